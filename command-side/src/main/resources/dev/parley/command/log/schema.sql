-- All tables of the event store's database. Every server runs this at its start; what is there stays as it is.
-- The lock keeps servers that start at once apart: PostgreSQL refuses one of two that make the same table.
SELECT pg_advisory_xact_lock(hashtext('parley'));

-- Axon's, as its PostgresEventTableFactory and PostgresTokenTableFactory make them
CREATE TABLE IF NOT EXISTS domainevententry (
    globalindex bigserial PRIMARY KEY,
    aggregateidentifier varchar(255) NOT NULL,
    sequencenumber bigint NOT NULL,
    type varchar(255),
    eventidentifier varchar(255) NOT NULL UNIQUE,
    metadata bytea,
    payload bytea NOT NULL,
    payloadrevision varchar(255),
    payloadtype varchar(255) NOT NULL,
    timestamp varchar(255) NOT NULL,
    UNIQUE (aggregateidentifier, sequencenumber)
);

CREATE TABLE IF NOT EXISTS snapshotevententry (
    aggregateidentifier varchar(255) NOT NULL,
    sequencenumber bigint NOT NULL,
    type varchar(255) NOT NULL,
    eventidentifier varchar(255) NOT NULL UNIQUE,
    metadata bytea,
    payload bytea NOT NULL,
    payloadrevision varchar(255),
    payloadtype varchar(255) NOT NULL,
    timestamp varchar(255) NOT NULL,
    PRIMARY KEY (aggregateidentifier, sequencenumber)
);

CREATE TABLE IF NOT EXISTS tokenentry (
    processorname varchar(255) NOT NULL,
    segment integer NOT NULL,
    token bytea,
    tokentype varchar(255),
    timestamp varchar(255),
    owner varchar(255),
    PRIMARY KEY (processorname, segment)
);

-- the wrapped key of each person; null once it was destroyed
CREATE TABLE IF NOT EXISTS person_key (
    owner text PRIMARY KEY,
    wrapped bytea,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- what still has to be ended once its time has come
CREATE TABLE IF NOT EXISTS deadline (
    kind text,
    key text,
    until timestamptz NOT NULL,
    correlation text NOT NULL,
    causation text NOT NULL,
    take_at timestamptz NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX IF NOT EXISTS deadline_take_at ON deadline (kind, take_at);

-- what the text policy found lately in what people wrote
CREATE TABLE IF NOT EXISTS offence (
    person text,
    channel text,
    event text,
    at timestamptz NOT NULL,
    weight integer NOT NULL,
    rules text NOT NULL,
    PRIMARY KEY (person, channel, event)
);
