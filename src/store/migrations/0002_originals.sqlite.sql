-- The kept file that an article came from: for a line of JSONL or a capture of a WARC another hash than its own bytes'.
ALTER TABLE article ADD COLUMN original TEXT;
