import { APIError } from 'payload'

/** What is wrong with one field: its path in the form (`timeline.3.department`) and the reason in words. */
export type FieldFault = { path: string; message: string }

/** A refusal in words that the person reads as they are (400, or 403 for a missing right); a form may be told more in `data`. */
export function refuse(sentence: string, status = 400, data?: object): never {
  throw named(new APIError(sentence, status, data as undefined, true), 'APIError')
}

/**
 * The same with all the fields that are at fault, in the shape of the library's own faults of fields: the form shows
 * each at its field, and a script finds them in `errors[0].data.errors`.
 */
export function refuseFields(sentence: string, errors: FieldFault[], more: object = {}): never {
  throw named(new APIError(sentence, 400, { ...more, errors }, true), 'ValidationError')
}

/** The bundler takes class names away, and an error without a name loses its sentence on the way to the person. */
function named<E extends Error>(error: E, name: string): E {
  error.name = name
  return error
}
