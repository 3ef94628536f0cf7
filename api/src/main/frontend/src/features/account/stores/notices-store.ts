import { create } from 'zustand';
import type { Notice } from '@/features/account/types/notice';

/** Something that happened to the one who is signed in, until they have seen it. */
export type AccountNotice = Notice & { id: string };

interface Notices {
  notices: readonly AccountNotice[];
  add: (notice: Notice) => void;
  dismiss: (id: string) => void;
}

let count = 0;

export const useNotices = create<Notices>()((set) => ({
  notices: [],
  add: (notice) => set((now) => ({ notices: [...now.notices, { ...notice, id: String(++count) }] })),
  dismiss: (id) => set((now) => ({ notices: now.notices.filter((notice) => notice.id !== id) })),
}));
