import { z } from 'zod'

const port = (name: string, byDefault: number) =>
  z.coerce
    .number({ error: `${name} 要写端口号，例如 ${byDefault}` })
    .int(`${name} 要写整数端口号`)
    .min(1, `${name} 要在 1 到 65535 之间`)
    .max(65535, `${name} 要在 1 到 65535 之间`)
    .default(byDefault)

/** Whether a secret has at least ten different characters and is no run of neighbours such as 0123456789abcdef. */
function isHardToGuess(secret: string): boolean {
  const steps = [...secret].slice(1).map((c, i) => c.charCodeAt(0) - secret.charCodeAt(i))
  const neighbours = steps.filter((step) => Math.abs(step) <= 1).length
  return new Set(secret).size >= 10 && neighbours < steps.length / 2
}

/** Every environment variable of the product; README repeats this table. Empty text counts as not set. */
const variables = z.object({
  DATA_DIR: z.string().default('var'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|mongodb(\+srv)?:\/\/)/, 'DATABASE_URL 要以 file: 或 mongodb:// 开头')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  SITE_PORT: port('SITE_PORT', 4321),
  CMS_PORT: port('CMS_PORT', 3000),
  SITE_URL: z.url('SITE_URL 要写完整网址，例如 https://example.gov.cn/shaoxiang/').optional(),
  CMS_URL: z
    .url({ protocol: /^https?$/, error: 'CMS_URL 要写完整网址，以 http:// 或 https:// 开头' })
    .optional(),
  PAYLOAD_SECRET: z
    .string()
    .min(16, 'PAYLOAD_SECRET 至少16个字符')
    .refine(isHardToGuess, 'PAYLOAD_SECRET 太容易猜：写一串随机的字符，例如 openssl rand -hex 32 的结果')
    .optional(),
  EDITOR_EMAIL: z.email('EDITOR_EMAIL 不是邮箱地址').optional(),
  EDITOR_PASSWORD: z.string().min(8, 'EDITOR_PASSWORD 至少8个字符').optional(),
})

/** The variables as they may stand together. */
export const environment = variables.refine(
  ({ EDITOR_EMAIL, EDITOR_PASSWORD }) => EDITOR_PASSWORD === undefined || EDITOR_EMAIL !== undefined,
  {
    path: ['EDITOR_PASSWORD'],
    error: 'EDITOR_PASSWORD 要和 EDITOR_EMAIL 一起给：请写上第一个管理员的邮箱，或去掉 EDITOR_PASSWORD',
  },
)
export type Environment = z.infer<typeof environment>

/** Parses the environment. Throws one sentence that names the variable and what to write. */
export function readEnvironment(raw: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(raw).filter(([, v]) => v !== ''))
  const parsed = environment.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`环境变量 ${String(issue?.path[0])}：${issue?.message}`)
}
