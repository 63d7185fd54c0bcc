import type { PrivateNumber } from '../privateNumbers.ts'

const ILLNESS =
  '(?:[肺肝胃肠乳腺宫颈食道鼻咽血骨脑]{0,3}癌(?:症)?|肿瘤|白血病|尿毒症|糖尿病|高血压|冠心病|心脏病|心梗|脑梗塞?|脑溢血|脑出血|脑瘫|中风|偏瘫|瘫痪|截瘫|植物人|肺结核|肺炎|哮喘|肝炎|乙肝|艾滋病?|梅毒|性病|癫痫|帕金森(?:病|症)?|阿尔茨海默(?:病|症)?|老年痴呆症?|痴呆症?|失智症?|自闭症|孤独症|抑郁症?|焦虑症|精神(?:病|分裂症?|疾病|障碍|失常)|智力(?:障碍|低下)|唐氏综合征|红斑狼疮|肾衰竭?|肾病|关节炎|股骨头坏死|骨折|重病|大病|重症|绝症|恶疾|疾病|慢性病|传染病|新冠(?:肺炎)?|残疾|残障|失明|失聪|截肢|聋哑|侏儒)'
const HAS = '(?:身患|患有?|得了?|罹患|确诊(?:为)?|查出|诊断(?:为|出)|有|因|突发|感染|染上|病发|长期)'
const CARE =
  '(?:刚?(?:做完?|动)了?[\\u4e00-\\u9fff]{0,5}手术|化疗|放疗|透析|住院|卧床(?:不起)?|流产|早产|坐月子|怀孕|怀了孕|孕期|自杀|轻生|割腕|服药)'
const FAMILY =
  '(?:[吃靠]低保|离婚|离异|再婚|婚外情|出轨|外遇|同居|家暴(?!征)|家庭暴力|虐待|私生子|非婚生|收养|领养|丧偶|寡居|守寡|单亲|失独|服刑|坐牢|坐过牢|判刑|入狱|刑满释放|劳改|社区矫正|吸毒|戒毒|赌博|嫖娼|欠债|欠款|债务|高利贷|破产|失信被执行|被拘留|被抓过?|性侵|强奸|猥亵|分居(?!民)|闹离婚|抚养权|遗产)'
/** One person, not people in general. */
const PERSON =
  /(?:[\u4e00-\u9fff]某|某(?:大爷|女士|先生|户|某|居民|业主|老人)|[\u4e00-\u9fff](?:大爷|大妈|大伯|大娘|阿姨|女士|先生|奶奶|爷爷|大姐|大哥|婆婆|叔|婶|嫂)|老[\u4e00-\u9fff](?=[患得身因有])|一[名位个](?:[\u4e00-\u9fff]{0,4})?(?:老人|居民|业主|住户|孩子|村民|男子|女子|妇女|学生|租户)|户主|该户|该[名位]?(?:居民|业主|住户|村民|老人)|(?:居民|业主|住户|村民|老人)(?=身?患|确诊|得了|中风|脑|突发|因|查出)|有[一]?位|夫妻|[患病](?=儿)|其[父母妻夫子女弟兄姐妹]|[他她](?!们)|本人|我(?!们|市|区|县|省|社区|街道|镇|局|国)|丈夫|妻子|老伴|儿子|女儿|父亲|母亲|爱人|媳妇|女婿|孙[子女]|孩子|家里|家中|[独寡]居老人|孤寡老人|低保户|邻居|租户|租客)/
/** Words of services for everybody. */
const SERVICE =
  /^(?:[\u4e00-\u9fff]{0,4}(?:人?(?:通道|坡道|车位|厕所|卫生间|专用|设施|证|联合会|联|协会|之家|补贴|两项)|义诊|筛查|防治|防控|预防|宣传|宣讲|讲座|科普|日|门诊|医院|中心|康复|用药|报销|保险|救助|医保|体检|疫苗|纠纷|调解))/
const SHAPE = new RegExp(
  `(?:${HAS}(?:了|过)?(?:严重|先天性?|轻度|重度|多年|恶性|晚期|早期|腿部|肢体|[\\u4e00-\\u9fff]{0,2}性)?)?${ILLNESS}(?:晚期|早期|[一二三四]级)?(?:瘫痪)?|(?:腿部|肢体|视力|听力|智力|精神|言语|下肢)残疾|${CARE}|${FAMILY}`,
  'g',
)

/** How far a person may stand from the words: in the same sentence. */
const BESIDE = 18

/** Illness and matters of the family beside one person, in a text of one spelling. */
export function healthAndFamily(text: string): PrivateNumber[] {
  return [...text.matchAll(SHAPE)]
    .filter(({ 0: words, index }) => {
      const to = index + words.length
      if (SERVICE.test(text.slice(to, to + 10))) return false
      const before = text
        .slice(Math.max(0, index - BESIDE), index)
        .split(/[。；;!！?？\n]/)
        .at(-1) as string
      const after = text.slice(to, to + 8).split(/[。；;!！?？\n，,]/)[0] as string
      return PERSON.test(before + words) || PERSON.test(after)
    })
    .map(({ 0: words, index }) => ({ kind: '病情或家事', from: index, to: index + words.length }))
}
