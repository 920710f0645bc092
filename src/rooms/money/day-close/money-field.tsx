/** A field in which a sum in kroner is typed. */

type Props = {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly isFirst?: boolean;
  readonly isWide?: boolean;
  readonly onChange: (value: string) => void;
};

export function MoneyField({ label, value, hint, isFirst, isWide, onChange }: Props) {
  return (
    <label className={isWide ? 'money-field wide' : 'money-field'}>
      {label}
      <input
        autoFocus={isFirst ?? false}
        {...(isWide ? {} : { inputMode: 'decimal' as const })}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? <span className="soft">{hint}</span> : null}
    </label>
  );
}
