export const reaches = { agency: '任职单位的案件', region: '任职地区和下级地区的案件', none: '不接触案件' } as const
