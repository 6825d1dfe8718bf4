import type { Expression } from '../../../core/derivation/expression';
import type { LayoutOptions } from '../../../core/derivation/layout';
import { contextOf } from '../../../core/derivation/network/quantities';
import { notationOf } from '../../../core/derivation/notations';
import { printExpression } from '../../../core/derivation/print';
import { hoverPrinter } from '../../../core/derivation/printers/hoverHtml';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { verbatim } from './markup';
import type { CardRequest } from './request';

/** Rows and columns of a matrix that a hover has room for. */
const most = 4;

export const hoverHtml = hoverPrinter({ verbatim });

export function equationOptions({ notation, digits }: CardRequest, study: NetworkStudy): LayoutOptions {
  return { notation: notationOf(notation), context: contextOf(study), digits, most };
}

/** An expression of a network's equations, in the person's notation. */
export function equationText(request: CardRequest, study: NetworkStudy, expression: Expression): string {
  return printExpression(expression, equationOptions(request, study), hoverHtml);
}
