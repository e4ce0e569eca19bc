/** Shown until the server says which columns the person has. */
export const usualColumns = ['number', 'party', 'stage', 'officers', 'filed', 'limit']
