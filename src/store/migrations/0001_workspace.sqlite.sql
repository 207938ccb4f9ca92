-- Integer keys (n) are private to this store; every id that leaves it is text derived from content.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta (key, value) VALUES ('version', 0);

CREATE TABLE coder (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  resources TEXT NOT NULL,
  UNIQUE (name, version, resources)
) STRICT;

CREATE TABLE run (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  inputs TEXT NOT NULL,
  coder INTEGER NOT NULL REFERENCES coder (n),
  started TEXT NOT NULL,
  finished TEXT
) STRICT;

CREATE TABLE article (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  external_id TEXT,
  title TEXT,
  author TEXT,
  publisher TEXT,
  url TEXT,
  published_from TEXT,
  published_to TEXT,
  published_basis TEXT,
  published_quote TEXT,
  language TEXT NOT NULL,
  file TEXT,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  characters INTEGER NOT NULL,
  captured TEXT NOT NULL,
  run INTEGER REFERENCES run (n),
  -- The latest coding, and its records that no person rejected.
  coder INTEGER REFERENCES coder (n),
  records INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_by_date ON article (published_from, n);
CREATE INDEX article_by_publisher ON article (publisher, published_from);
CREATE INDEX article_by_run ON article (run);

CREATE TABLE article_body (
  article INTEGER PRIMARY KEY REFERENCES article (n),
  text TEXT NOT NULL,
  title_start INTEGER,
  title_end INTEGER,
  excluded TEXT NOT NULL,
  warnings TEXT NOT NULL
) STRICT;

CREATE TABLE coding (
  article INTEGER PRIMARY KEY REFERENCES article (n),
  coder INTEGER NOT NULL REFERENCES coder (n),
  mentions TEXT,
  misses TEXT NOT NULL,
  warnings TEXT NOT NULL
) STRICT;

-- Narrow on purpose: lists, counts and columns scan this table; the records themselves stand in record_body.
CREATE TABLE event_record (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article (n),
  coder INTEGER NOT NULL REFERENCES coder (n),
  current INTEGER NOT NULL,
  status TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 0,
  -- From here on: the effective record.
  type TEXT NOT NULL,
  quad TEXT NOT NULL,
  form TEXT,
  country TEXT,
  admin1 TEXT,
  place TEXT,
  precision TEXT,
  lat REAL,
  lon REAL,
  -- Web Mercator, 0 to 1.
  map_x REAL,
  map_y REAL,
  date_from TEXT,
  date_to TEXT,
  -- First day or '': the key of the list order, never null.
  sort_date TEXT NOT NULL,
  size REAL,
  certainty TEXT NOT NULL,
  background INTEGER NOT NULL,
  confidence REAL NOT NULL,
  rivals INTEGER NOT NULL,
  text_start INTEGER NOT NULL
) STRICT;
CREATE INDEX record_by_date ON event_record (current, sort_date DESC, id DESC);
CREATE INDEX record_by_country ON event_record (current, country, type, sort_date DESC, id DESC);
CREATE INDEX record_by_type ON event_record (current, type, sort_date DESC, id DESC);
CREATE INDEX record_by_confidence ON event_record (current, confidence DESC, id DESC);
CREATE INDEX record_by_article ON event_record (article, text_start);
-- Everything that the commonest counts read, so that they need not touch the table.
CREATE INDEX record_counts ON event_record (current, type, country, sort_date, certainty, background, status, confidence, article);
CREATE INDEX record_rejected ON event_record (current) WHERE status = 'rejected';
CREATE INDEX record_by_key ON event_record (key);

CREATE TABLE record_body (
  record INTEGER PRIMARY KEY REFERENCES event_record (n),
  machine TEXT NOT NULL,
  -- Null while no decision changes a field.
  effective TEXT,
  passage_start INTEGER NOT NULL,
  passage TEXT NOT NULL
) STRICT;

-- Values of fields that have several: mode, context, issue, sector, actor, actor-country.
CREATE TABLE record_tag (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  record INTEGER NOT NULL REFERENCES event_record (n),
  label TEXT NOT NULL,
  PRIMARY KEY (kind, value, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_by_record ON record_tag (record);

CREATE TABLE record_link (
  record INTEGER NOT NULL REFERENCES event_record (n),
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (record, kind, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_target ON record_link (target);

CREATE TABLE evidence (
  record INTEGER NOT NULL REFERENCES event_record (n),
  field TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (record, field, "start", "end")
) STRICT, WITHOUT ROWID;

-- What people decided: rows are added, never changed or removed.
CREATE TABLE decision (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  record_key TEXT NOT NULL,
  revision INTEGER NOT NULL,
  action TEXT NOT NULL,
  field TEXT,
  value TEXT,
  reason TEXT,
  person TEXT NOT NULL,
  undoes TEXT REFERENCES decision (id),
  at TEXT NOT NULL,
  UNIQUE (record_key, revision)
) STRICT;
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;

-- Every item of every run: nothing is dropped in silence.
CREATE TABLE ledger (
  run INTEGER NOT NULL REFERENCES run (n),
  sequence INTEGER NOT NULL,
  status TEXT NOT NULL,
  input TEXT NOT NULL,
  place TEXT,
  article TEXT,
  records INTEGER NOT NULL,
  code TEXT,
  reason TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (run, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_by_status ON ledger (status);

CREATE TABLE change (
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  "into" TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (version, kind, id)
) STRICT, WITHOUT ROWID;

-- Counts of current, unrejected records, kept in the transaction that changes them. '' stands for "not stated".
CREATE TABLE event_month (
  country TEXT NOT NULL,
  type TEXT NOT NULL,
  month TEXT NOT NULL,
  certainty TEXT NOT NULL,
  background INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (country, type, month, certainty, background)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER count_new_record AFTER INSERT ON event_record WHEN new.current = 1 AND new.status <> 'rejected' BEGIN
  INSERT INTO event_month (country, type, month, certainty, background, n)
  VALUES (coalesce(new.country, ''), new.type, substr(new.sort_date, 1, 7), new.certainty, new.background, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
  UPDATE article SET records = records + 1 WHERE n = new.article;
END;
CREATE TRIGGER uncount_old_record AFTER UPDATE OF type, country, sort_date, certainty, background, current, status ON event_record
WHEN old.current = 1 AND old.status <> 'rejected' BEGIN
  UPDATE event_month SET n = n - 1
  WHERE country = coalesce(old.country, '') AND type = old.type AND month = substr(old.sort_date, 1, 7)
    AND certainty = old.certainty AND background = old.background;
  DELETE FROM event_month
  WHERE country = coalesce(old.country, '') AND type = old.type AND month = substr(old.sort_date, 1, 7)
    AND certainty = old.certainty AND background = old.background AND n = 0;
  UPDATE article SET records = records - 1 WHERE n = old.article;
END;
CREATE TRIGGER count_changed_record AFTER UPDATE OF type, country, sort_date, certainty, background, current, status ON event_record
WHEN new.current = 1 AND new.status <> 'rejected' BEGIN
  INSERT INTO event_month (country, type, month, certainty, background, n)
  VALUES (coalesce(new.country, ''), new.type, substr(new.sort_date, 1, 7), new.certainty, new.background, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
  UPDATE article SET records = records + 1 WHERE n = new.article;
END;

-- Words arrive stemmed and in NFC; the index keeps no text of its own.
CREATE VIRTUAL TABLE article_words USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE record_words USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
