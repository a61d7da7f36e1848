// Run with every test file: what its tests made in the system's folder for temporary files goes when they are over.
import { afterAll } from 'vitest';
import { removeFolders } from './folders.ts';

afterAll(removeFolders);
