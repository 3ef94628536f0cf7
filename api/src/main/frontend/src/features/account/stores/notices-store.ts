import { create } from 'zustand';

/** Something that happened to the one who is signed in, until they have seen it. */
export interface AccountNotice {
  id: string;
  kind: 'warning' | 'sanction' | 'sanction_ended' | 'report_upheld' | 'mention';
  data: Readonly<Record<string, unknown>>;
}

interface Notices {
  notices: readonly AccountNotice[];
  add: (notice: Omit<AccountNotice, 'id'>) => void;
  dismiss: (id: string) => void;
}

let count = 0;

export const useNotices = create<Notices>()((set) => ({
  notices: [],
  add: (notice) => set((now) => ({ notices: [...now.notices, { ...notice, id: String(++count) }] })),
  dismiss: (id) => set((now) => ({ notices: now.notices.filter((notice) => notice.id !== id) })),
}));
