import type { ShippedTables } from '../../../cms/src/loading/loadRecords.ts'

const days = { origin: 'record', publishedOn: '2022-12-31', changedOn: '2022-12-31' } as const

/** A small complete set of records that name each other; `cases` says how many cases. */
export function shippedRows(cases = 3): Required<ShippedTables> {
  return {
    areas: [
      { slug: 'qingtong', name: '青桐社区', level: 'community', parent: 'gaoxin', ...days },
      { slug: 'gaoxin', name: '高新区', level: 'zone', ...days },
    ],
    departments: [
      {
        slug: 'chengjian',
        name: '城建',
        shortName: '城建',
        formerNames: [],
        otherNames: [],
        contacts: [],
        kind: 'government',
        ...days,
      },
      {
        slug: 'jiaojing',
        name: '交警',
        shortName: '交警',
        formerNames: [],
        otherNames: [],
        contacts: [],
        kind: 'government',
        ...days,
      },
      {
        slug: 'xiaofang',
        name: '消防',
        shortName: '消防',
        formerNames: [],
        otherNames: [],
        contacts: [],
        kind: 'government',
        ...days,
      },
    ],
    duties: [
      {
        code: '1-1',
        title: '外墙脱落',
        category: 1,
        lead: 'chengjian',
        responsible: ['xiaofang'],
        arrivalHours: { routine: 48, tough: 24, emergency: 2 },
        basis: [],
        wordings: ['墙皮掉了', '外墙掉瓷砖'],
        ...days,
      },
    ],
    sources: [
      {
        slug: 'baodao',
        description: '一篇报道',
        publisher: '南昌日报',
        authors: ['黎姿'],
        date: '2022-11',
        ...days,
      },
    ],
    cases: Array.from({ length: cases }, (_, i) => ({
      reference: `WS-2022-${String(i + 1).padStart(6, '0')}`,
      title: `第${i + 1}件：外墙掉砖`,
      kind: 'community' as const,
      area: 'qingtong',
      duties: ['1-1'],
      description: '东山墙的瓷砖成片鼓起，掉下来的碎块砸弯了晾衣架。',
      lead: 'chengjian',
      departments: ['jiaojing', 'xiaofang'],
      arrivalHours: 24,
      handlingDays: 15,
      timeline: [
        { kind: 'whistle' as const, at: '2022-06-13T09:20+08:00', body: '青桐社区' },
        { kind: 'dispatch' as const, at: '2022-06-13T09:30+08:00', department: 'chengjian' },
        { kind: 'dispatch' as const, at: '2022-06-13T09:30+08:00', department: 'jiaojing' },
        { kind: 'dispatch' as const, at: '2022-06-13T09:30+08:00', department: 'xiaofang' },
        { kind: 'objection' as const, at: '2022-06-13T10:00+08:00', department: 'jiaojing', upheld: false },
        { kind: 'objection' as const, at: '2022-06-13T10:00+08:00', department: 'xiaofang', upheld: true },
        { kind: 'arrival' as const, at: '2022-06-13T11:00+08:00', department: 'chengjian', source: 'baodao' },
        { kind: 'arrival' as const, at: '2022-06-13T12:00+08:00', department: 'jiaojing' },
        { kind: 'joint-meeting' as const, at: '2022-06-14', text: '先清险后修复。' },
        { kind: 'extension' as const, at: '2022-06-20', department: 'chengjian', until: '2023-02-15' },
      ],
      status: 'handling' as const,
      evidence: [],
      photos: [],
      sources: ['baodao'],
      ...days,
    })),
    notices: [
      {
        number: 'TX-2022-0007',
        kind: 'reminder',
        issuer: '指挥部',
        recipient: 'chengjian',
        case: 'WS-2022-000001',
        issuedOn: '2022-06-15',
        ...days,
      },
    ],
    'review-meetings': [
      {
        slug: '2022-11-30',
        date: '2022-11-30',
        matters: ['外墙'],
        decisions: ['限期修'],
        cases: ['WS-2022-000001'],
        ...days,
      },
    ],
    practices: [
      {
        slug: 'cuofeng',
        title: '错峰上下学',
        place: '西湖区',
        area: 'gaoxin',
        summary: '错开时间。',
        steps: ['排班', '设岗'],
        needs: [],
        cases: ['WS-2022-000001'],
        sources: ['baodao'],
        ...days,
      },
    ],
    'reported-figures': [
      {
        slug: '2022-11-whistles',
        metric: 'whistles',
        scope: '南昌高新区',
        value: 2998,
        unit: '件',
        asOf: '2022-11',
        source: 'baodao',
        quotation: '吹哨2998件',
        ...days,
        changedOn: '2023-01-05',
        changeNote: '改正范围',
      },
    ],
    pages: [
      {
        slug: 'mechanism',
        title: '这套机制怎样运转',
        summary: '一句话。',
        sections: [{ heading: '谁来吹哨', text: '村社。' }],
        sources: ['baodao'],
        ...days,
      },
    ],
  }
}

export const shippedSettings = {
  name: '哨响',
  scope: '南昌高新区',
  tagline: '“村社吹哨、部门报到”公开',
  dutyCategories: [{ number: 1, title: '房屋与设施', origin: 'record' as const }],
}
export const shippedSynonyms = { groups: [{ term: '外墙脱落', words: ['墙皮掉了', '掉瓷砖'] }] }
