import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of one's own, in a folder. */
export interface Disk {
  readonly folder: string;
  remove(): void;
}

export interface SmallDisk extends Disk {
  resize(megabytes: number): void;
}

export interface FailingDisk extends Disk {
  /** From now on the system refuses to write, as it does after a fault of the disk. */
  becomeReadOnly(): void;
  /** What an operator does then: checks it, and mounts it again. Nothing may be using it. */
  repair(): void;
}

/** One in memory that is full at so many megabytes. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = place();
  mount('-t', 'tmpfs', '-o', sizeOf(megabytes), 'tmpfs', folder);
  return {
    folder,
    resize: (wanted) => {
      mount('-o', `remount,${sizeOf(wanted)}`, folder);
    },
    remove: () => {
      unmount(folder);
      rmSync(folder, { recursive: true });
    },
  };
}

const sizeOf = (megabytes: number): string => `size=${megabytes}m`;

const IMAGE_BYTES = 64 * 1024 * 1024;

/** One in a file, as the system treats a real one: an error makes it read-only. */
export function failingDisk(): FailingDisk {
  const folder = place();
  const image = `${folder}.img`;
  writeFileSync(image, '');
  truncateSync(image, IMAGE_BYTES);
  // Without a journal, so that it is read-only at once.
  execFileSync('mkfs.ext2', ['-q', '-F', image]);
  const attach = (): void => mount('-t', 'ext4', '-o', 'loop,errors=remount-ro', image, folder);
  attach();
  return {
    folder,
    becomeReadOnly: () => {
      const line = readFileSync('/proc/mounts', 'utf8')
        .split('\n')
        .find((each) => each.split(' ')[1] === folder);
      const device = line?.split(' ')[0]?.replace('/dev/', '') ?? '';
      writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, 'a test');
    },
    repair: () => {
      unmount(folder);
      // 1 says that something was put right.
      execFileSync('sh', ['-c', 'e2fsck -fy "$1" > /dev/null 2>&1 || test $? -eq 1', 'sh', image]);
      attach();
    },
    remove: () => {
      unmount(folder);
      rmSync(folder, { recursive: true });
      rmSync(image);
    },
  };
}

function place(): string {
  return mkdtempSync(join(tmpdir(), 'gatepost-disk-'));
}

function mount(...args: readonly string[]): void {
  try {
    execFileSync('mount', args, { stdio: 'pipe' });
  } catch (cause) {
    throw new Error('this test mounts a disk of its own: it needs Linux, root and `mount`', {
      cause,
    });
  }
}

function unmount(folder: string): void {
  // Lazily: a process that was killed may be on its way out.
  execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
}
