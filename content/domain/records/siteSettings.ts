import { z } from 'zod'
import { households } from '../bounds.ts'
import { field } from '../field.ts'
import { publicUrl } from '../publicUrl.ts'
import { lineText, nameText, proseText } from '../text.ts'
import { ORIGINS } from '../vocabulary.ts'

/** Addresses of pages are formed by what is put behind it. */
const siteUrl = publicUrl.refine(
  (address) => !/[?#]/.test(address),
  '公开网址里不能有 ? 或 #：写到目录为止，例如 https://example.gov.cn/shaoxiang/',
)

/** What the host of the portal decides. What it has not given yet is absent, and left out of every page. */
export const siteSettings = z.object({
  name: field(nameText, '本站名称', '报头上的名字，例如 哨响。'),
  scope: field(lineText, '范围', '公开的是哪里的事，例如 南昌高新区。'),
  tagline: field(lineText, '副题', '例如 “村社吹哨、部门报到”公开。'),
  publicAddress: field(siteUrl.optional(), '公开网址', '读者访问的完整网址；没有时不产生规范网址。'),
  sitePath: field(
    z
      .string()
      .regex(/^\/([\w.-]+\/)*$/, '路径要以 / 开头和结尾，例如 /ztzl/shaoxiang/')
      .optional(),
    '站内路径',
    '本站放在所在政府网站的哪个路径下，例如 /ztzl/shaoxiang/；只有404页用它。',
  ),
  hostName: field(lineText.optional(), '所在政府网站名称', '页面标签 SiteName，例如 南昌高新区管委会网站。'),
  hostDomain: field(lineText.optional(), '所在政府网站域名', '页面标签 SiteDomain。'),
  siteIdCode: field(
    z
      .string()
      .regex(/^(bm\d{8}|\d{10})$/, '网站标识码是10位数字，或 bm 加8位数字')
      .optional(),
    '网站标识码',
    '页面标签 SiteIDCode。',
  ),
  organiser: field(lineText.optional(), '主办单位', '页脚。'),
  contact: field(lineText.optional(), '联系方式', '页脚：公开的办公电话或邮箱，电话可以直接拨。'),
  complaints: field(
    lineText.optional(),
    '投诉监督',
    '页脚和“怎样吹哨”：对办理不满意找谁，例如 纪检监察组 0791-00000000。',
  ),
  errorReport: field(
    publicUrl.optional(),
    '我为政府网站找错',
    '页脚：全国统一的网民留言平台里本网站的入口。',
  ),
  licence: field(
    lineText.optional(),
    '数据许可',
    '别人怎样用这里的数据：许可的名称，例如 知识共享署名4.0国际（CC BY 4.0）；写在页脚和开放数据页。',
  ),
  licenceUrl: field(publicUrl.optional(), '数据许可的网址', '许可全文在哪里。'),
  icpNumber: field(lineText.optional(), 'ICP备案号', '页脚。'),
  policeNumber: field(lineText.optional(), '公安备案号', '页脚。'),
  whistleWho: field(proseText.optional(), '怎样吹哨：谁可以吹哨', '“怎样吹哨”一页的一段；不填就没有这一段。'),
  whistleWhere: field(
    proseText.optional(),
    '怎样吹哨：到哪里说',
    '到哪个窗口、打哪个电话、找谁；不填就没有这一段。',
  ),
  whistleWhat: field(proseText.optional(), '怎样吹哨：说清什么', '要说清哪几样；不填就没有这一段。'),
  whistleTime: field(proseText.optional(), '怎样吹哨：要多久', '多久到场、多久办完；不填就没有这一段。'),
  whistleNobody: field(
    proseText.optional(),
    '怎样吹哨：没人来怎么办',
    '过了时限没人来，向谁反映；不填就没有这一段。',
  ),
  smallPlace: field(
    households.optional(),
    '写明地方的最少户数',
    '群众吹哨的事项只写到至少这么多户的地方，更小的写上一级；不填是30户。',
  ),
  dutyCategories: field(
    z.array(
      z.object({
        number: field(z.number().int().min(1).max(7), '序号', '1到7。'),
        title: field(lineText, '类名', '例如 房屋与设施。'),
        origin: field(z.enum(ORIGINS), '来历', '类名是登记、报道还是演示。'),
      }),
    ),
    '权责清单大类',
    '七个大类的名称；没有公布的不填。',
  ),
})
export type SiteSettings = z.infer<typeof siteSettings>
