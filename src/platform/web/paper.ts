/** Opens a document that was answered (PDF) in a tab of its own, ready to print. */
export function openPaper(answered: Blob): void {
  const address = URL.createObjectURL(answered);
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
