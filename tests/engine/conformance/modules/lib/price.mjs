export const price = 12;
export default 'price list';
