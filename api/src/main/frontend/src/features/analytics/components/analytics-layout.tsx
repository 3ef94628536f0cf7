import { Outlet } from 'react-router';
import { OnlyFor } from '@/components/layout/only-for';
import { SectionNav } from '@/components/layout/section-nav';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** Around every page of analysts. */
export function AnalyticsLayout() {
  const { analytics, common } = useStaffTexts();
  return (
    <OnlyFor roles={['analyst', 'admin']} title={common.nav.analytics}>
      <SectionNav
        label={common.nav.analytics}
        links={[
          ['/analytics', analytics.reports],
          ['/analytics/export', analytics.exporting],
        ]}
      />
      <Outlet />
    </OnlyFor>
  );
}
