/** Whether the server can be reached and the session holds; what waits to be sent until then. */

export type ConnectionState = {
  readonly isUp: boolean;
  readonly session: 'open' | 'locked' | 'signed out';
  /** Acts that have been made here and not yet answered. */
  readonly waiting: number;
};

let state: ConnectionState = { isUp: true, session: 'open', waiting: 0 };
const listeners = new Set<() => void>();
let awaiting: (() => void)[] = [];
/** Who is signed in on this screen: what someone has pressed is sent in that person's name, or not at all. */
let person: string | undefined;

function set(next: Partial<ConnectionState>): void {
  const changed = { ...state, ...next };
  if (changed.isUp === state.isUp && changed.session === state.session && changed.waiting === state.waiting) return;
  state = changed;
  for (const listener of listeners) listener();
  if (state.isUp && state.session === 'open') {
    const released = awaiting;
    awaiting = [];
    for (const release of released) release();
  }
}

export const connection = {
  state: (): ConnectionState => state,
  onChange: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  lost: () => set({ isUp: false }),
  back: () => set({ isUp: true }),
  sessionGone: (session: 'locked' | 'signed out') => set({ session }),
  sessionOpen: (who?: string) => {
    person = who ?? person;
    set({ session: 'open' });
  },
  person: (): string | undefined => person,
  isFor: (who: string): boolean => person === undefined || person === who,
  /** Resolves when the server answers again and someone is signed in; looks every second by itself. */
  untilBack: (): Promise<void> =>
    new Promise((release) => {
      awaiting.push(release);
      if (state.session === 'open') setTimeout(release, 1_000);
    }),
  waiting: (_name: string): (() => void) => {
    set({ waiting: state.waiting + 1 });
    return () => set({ waiting: state.waiting - 1 });
  },
};

if (typeof window !== 'undefined') {
  window.addEventListener('beforeunload', (leaving) => {
    if (state.waiting > 0) leaving.preventDefault();
  });
}
