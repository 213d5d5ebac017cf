/**
 * How alike a word and a title must be for the trigram index to propose the title, of 1. Two letters
 * that changed places early leave a word of seven letters no more than this. Lower would propose
 * every title with the same first letters.
 */
export const LEAST_SIMILARITY = 0.25;
