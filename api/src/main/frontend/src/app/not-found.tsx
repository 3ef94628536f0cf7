import { Link } from 'react-router';
import { Page } from '@/components/layout/page';
import { useTexts } from '@/lib/texts/texts';

export function NotFound() {
  const { common } = useTexts();
  return (
    <Page title={common.notFound}>
      <Link to="/">{common.home}</Link>
    </Page>
  );
}
