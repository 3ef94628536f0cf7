const NUMBERS = ['count', 'seconds', 'share'];

/** A table of a report. */
export function table(report) {
  const whole = document.createElement('table');
  const head = whole.createTHead().insertRow();
  report.columns.forEach((column) => {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.title = column.description;
    head.append(filled(cell, column, column.name));
  });
  const body = whole.createTBody();
  report.items.forEach((item) => {
    const row = body.insertRow();
    report.columns.forEach((column) => filled(row.insertCell(), column, text(column, item[column.name])));
  });
  return whole;
}

function filled(cell, column, content) {
  cell.textContent = content;
  cell.classList.toggle('number', NUMBERS.includes(column.type));
  return cell;
}

function text(column, value) {
  if (column.type === 'share') {
    return `${Math.round(value * 100)} %`;
  }
  return column.type === 'count' ? value.toLocaleString('en') : String(value);
}
