import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { getPayload } from 'payload'
import config from '../../../../payload.config.ts'
import { newsroomRest } from '../../../../rest/newsroomRest.ts'

const open = () => getPayload({ config })

export const GET = newsroomRest(open, REST_GET(config))
export const POST = newsroomRest(open, REST_POST(config))
export const DELETE = newsroomRest(open, REST_DELETE(config))
export const PATCH = newsroomRest(open, REST_PATCH(config))
export const PUT = newsroomRest(open, REST_PUT(config))
export const OPTIONS = REST_OPTIONS(config)
