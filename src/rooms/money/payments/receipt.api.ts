/** A receipt on paper, as it was given or specified with codes at the patient's wish. */

import { z } from 'zod';
import { idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayOf } from '#kernel/time';
import { makePdf, paper, query } from '#platform/server';
import { billById } from '../bills/bill.store.ts';
import { receiptById } from './payment.store.ts';
import { paymentTexts } from './payment.texts.ts';
import { receiptTemplate } from './receipt.template.ts';
import type { ReceiptId } from './receipt.ts';
import { specified } from './receipt.ts';
import { receiptContent } from './receipt-content.ts';

/** PDF, A5. Specified: codes and names of what was done, for the patient who asks for it. */
export const printReceipt = query({
  name: 'printReceipt',
  who: { duty: 'reception.payment-terminal' },
  takes: z.object({
    receipt: idInput<ReceiptId>(),
    language: z.enum(['nb', 'en']).default('nb'),
    isSpecified: z.boolean().default(false),
  }),
  async does({ input, db, about }) {
    const kept = await receiptById(db, input.receipt);
    if (!kept) return refuse('not found');
    const row = await billById(db, kept.receipt.bill);
    if (!row) return refuse('not found');
    await about(row.bill.patient);
    const { language } = input;
    const receipt = input.isSpecified ? specified(kept.receipt, row.bill.lines) : kept.receipt;
    const footer = paymentTexts[language].receipt.footer;
    const issuedOn = dayOf(receipt.issuedAt).split('-').map(Number);
    const content = { ...receiptContent(receipt, language), language, footer, issuedOn };
    return ok(paper('application/pdf', `kvittering-${receipt.number}.pdf`, makePdf(receiptTemplate, content)));
  },
});
