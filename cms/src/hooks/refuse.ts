import { APIError } from 'payload'

/** A refusal in words that the person reads as they are (400, or 403 for a missing right). */
export function refuse(sentence: string, status = 400): never {
  throw new APIError(sentence, status, undefined, true)
}
