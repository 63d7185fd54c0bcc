/** How a syllable begins: the empty beginning first, a longer one after what it begins with. */
export const INITIALS = ' b p m f d t n l g k h j q x r z zh c ch s sh y w'.split(' ')

/** How a syllable ends; `v` stands for ü. */
export const FINALS =
  'a o e i u v ai ei ao ou an en ang eng ong er ia ie iao iu ian in iang ing iong ua uo uai ui uan un uang ue ve g n'.split(
    ' ',
  )

/** One mark for each ending, in the same order: no capital and no digit, which stand for other things in the table. */
export const FINAL_MARKS = 'abcdefghijklmnopqrstuvwxyz!#%&()*+,/'
