/** Going from one screen to another. */

import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** `go('/patient/…')`; an address never holds a name or a number of a patient, only ids. */
export function useGo(): (path: string) => void {
  const navigate = useNavigate();
  return (path) => void navigate({ to: path });
}

export function GoTo({ path, children, says }: { path: string; children: ReactNode; says?: string }) {
  return (
    <Link to={path} {...(says ? { 'aria-label': says } : {})}>
      {children}
    </Link>
  );
}
