import { Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { instantInWords } from '../words/instantInWords.ts'
import { type Saved, savedVersions } from './savedVersions.ts'
import { TableHead } from './TableHead.tsx'

/** The past of a record: each time that it was saved, by whom, what that was, and what was said about it. */
export async function VersionsList({ initPageResult, searchParams }: DocumentViewServerProps) {
  const { collectionConfig, docID, req } = initPageResult
  if (!collectionConfig || docID === undefined) return null
  const address = `/admin/collections/${collectionConfig.slug}/${docID}/versions`
  const { saved, page, pages } = await savedVersions(
    req,
    collectionConfig.slug as TableName,
    docID,
    pageOf(searchParams),
  )
  return (
    <Gutter>
      <SetDocumentStepNav
        collectionSlug={collectionConfig.slug}
        id={docID}
        pluralLabel={collectionConfig.labels.plural as string}
        useAsTitle={collectionConfig.admin.useAsTitle}
        view="历史"
      />
      <table className="versions-list">
        <TableHead names={['保存的时间', '谁', '做了什么', '变更说明']} />
        <tbody>
          {saved.map((each) => (
            <Line address={address} each={each} key={each.id} />
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <p>
          第{page}页，共{pages}页。{page > 1 && <a href={`${address}?page=${page - 1}`}>新一些的</a>}{' '}
          {page < pages && <a href={`${address}?page=${page + 1}`}>早一些的</a>}
        </p>
      )}
    </Gutter>
  )
}

function Line({ address, each }: { address: string; each: Saved }) {
  return (
    <tr>
      <td>
        <a href={`${address}/${each.id}`}>{instantInWords(each.at)}</a>
      </td>
      <td>{each.by}</td>
      <td>{each.what}</td>
      <td>{each.note}</td>
    </tr>
  )
}

const pageOf = (given: DocumentViewServerProps['searchParams']) => Math.max(1, Number(given?.page) || 1)
