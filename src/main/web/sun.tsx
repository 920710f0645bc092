/** The half sun over the name. */
export function Sun() {
  return (
    <svg width="30" height="17" viewBox="0 0 30 17" aria-hidden="true">
      <path d="M2 14a13 13 0 0 1 26 0z" fill="var(--sun)" />
      <path d="M0 16h30" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
