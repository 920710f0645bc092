/** A panel: a titled piece of a screen. Panels that write to a patient carry the patient's colour. */

import { type ReactNode, useEffect, useRef, useState } from 'react';
import './panel.css';

type Props = {
  readonly title?: ReactNode;
  readonly count?: number | string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Colour of the open patient (`--patient-1` … `--patient-8`), where this panel writes to that patient. */
  readonly patientColour?: string;
  readonly foot?: ReactNode;
  readonly label?: string;
};

export function Panel({ title, count, aside, children, patientColour, foot, label }: Props) {
  return (
    <section
      className="panel"
      style={patientColour ? { borderLeft: `5px solid ${patientColour}` } : undefined}
      aria-label={label ?? (typeof title === 'string' ? title : undefined)}
    >
      {title === undefined ? null : (
        <header className="panel-head">
          <h2>{title}</h2>
          {count === undefined ? null : <span className="panel-count">{count}</span>}
          <div className="panel-aside">{aside}</div>
        </header>
      )}
      <Body>{children}</Body>
      {foot ? <footer className="panel-foot">{foot}</footer> : null}
    </section>
  );
}

/** Can be scrolled with the keys too, when there is more than is shown. */
function Body({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const measure = (): void =>
      setLong(body.current !== null && body.current.scrollHeight > body.current.clientHeight + 1);
    const watch = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure);
    if (body.current) watch?.observe(body.current);
    for (const child of body.current?.children ?? []) watch?.observe(child);
    measure();
    return () => watch?.disconnect();
  });
  return (
    <div className="panel-body" ref={body} {...(isLong ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}

/** What stands in a list or panel with nothing in it: what it means, and what to do next. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

/** A stop or a warning: what is wrong, by which rule, and what to do now. */
export function Notice({
  tone,
  title,
  children,
}: {
  tone: 'stop' | 'warning' | 'info' | 'done';
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'stop' ? 'alert' : 'status'}>
      {title ? <strong>{title}</strong> : null} {children}
    </div>
  );
}
