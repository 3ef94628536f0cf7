import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import styles from '@/components/ui/field.module.css';

interface Labelled {
  label: string;
  hint?: ReactNode;
  /** what is wrong with what was entered */
  error?: string | undefined;
  /** the label is there for screen readers alone */
  quiet?: boolean;
}

interface Described {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface FieldProps extends Labelled {
  children: (props: Described) => ReactNode;
}

/** A label, a control, and what there is to say about it. */
function Field({ label, hint, error, quiet, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  const hasNote = hint !== undefined || error !== undefined;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={quiet === true ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children({
        id,
        ...(hasNote ? { 'aria-describedby': note } : {}),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
      {hasNote && (
        <p id={note} className={error === undefined ? styles['hint'] : styles['error']}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  quiet,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field {...{ label, hint, error, quiet: quiet ?? false }}>
      {(props) => <input className={styles['control']} {...rest} {...props} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  quiet,
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field {...{ label, hint, error, quiet: quiet ?? false }}>
      {(props) => <textarea className={styles['control']} rows={4} {...rest} {...props} />}
    </Field>
  );
}

interface ChoiceProps<V extends string>
  extends Labelled, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  value: V;
  /** value and name of each */
  options: readonly (readonly [V, string])[];
  onChoose: (value: V) => void;
}

export function Choice<V extends string>({
  label,
  hint,
  error,
  quiet,
  options,
  onChoose,
  ...rest
}: ChoiceProps<V>) {
  return (
    <Field {...{ label, hint, error, quiet: quiet ?? false }}>
      {(props) => (
        <select
          className={styles['control']}
          {...rest}
          {...props}
          onChange={(event) => {
            const chosen = options.find(([value]) => value === event.target.value);
            if (chosen !== undefined) onChoose(chosen[0]);
          }}
        >
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
