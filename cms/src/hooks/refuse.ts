import { APIError } from 'payload'

/** A refusal in words that the person reads as they are (400, or 403 for a missing right). */
export function refuse(sentence: string, status = 400): never {
  const error = new APIError(sentence, status, undefined, true)
  // The bundler takes class names away, and an error without a name loses its sentence on the way to the person.
  error.name = 'APIError'
  throw error
}
