const KB = 1024;

export function count(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

export function share(value: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value);
}

/** A size in kB or MB. */
export function size(bytes: number, language: string): string {
  const [unit, of] = bytes < KB * KB ? (['kilobyte', KB] as const) : (['megabyte', KB * KB] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / of,
  );
}
