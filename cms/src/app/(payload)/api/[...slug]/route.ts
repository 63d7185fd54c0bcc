import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import config from '../../../../payload.config.ts'
import { retryingWrites } from '../../../../retryingWrites.ts'

export const GET = REST_GET(config)
export const POST = retryingWrites(REST_POST(config))
export const DELETE = retryingWrites(REST_DELETE(config))
export const PATCH = retryingWrites(REST_PATCH(config))
export const PUT = retryingWrites(REST_PUT(config))
export const OPTIONS = REST_OPTIONS(config)
