import { sheetNetwork } from '../../unit/support/sheet';

/** The textbook network, 3-2-1 with softplus, as matrix text. Its loss is 0.160713215170… */
export const networkText = `W1 = [0.1 0.2 -0.3; 0.4 -0.5 0.6]
b1 = [0.1; -0.2]
W2 = [0.7 -0.8]
b2 = 0.05
activation = softplus
x = [1; 2; 3]
y = 1`;

/** The same in JSON. */
export const networkJson = JSON.stringify(sheetNetwork);

export const networkLoss = 0.16071321517014328;

export const distributionText = `P = [9/25, 12/25, 4/25]
Q = [1/3, 1/3, 1/3]`;

export const klPQ = 0.0852996013183706;
export const klQP = 0.09745500678538754;
