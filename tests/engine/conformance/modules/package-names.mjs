import { price } from '#price';
import label from 'shop/price';
import { join } from '#path';
import * as table from '#lib/price';
import { price as again } from 'shop/tables/price';

console.log(price, label, join('a', 'b'), table.price, again);
console.log(import.meta.resolve('#price'), import.meta.resolve('shop/price'));
