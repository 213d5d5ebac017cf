-- A process can die between handing a mail over and noting it: that it had begun is noted before.

ALTER TABLE app.mail ADD COLUMN begun_at timestamptz,
  DROP CONSTRAINT mail_state,
  ADD CONSTRAINT mail_state CHECK (state IN ('queued', 'sent', 'cancelled', 'skipped', 'collected', 'digested', 'unconfirmed'));
COMMENT ON COLUMN app.mail.begun_at IS 'When it was last begun to be handed to the transport; null while it surely was not.';
COMMENT ON COLUMN app.mail.state IS 'queued; sent: handed to the transport; cancelled: no longer true; skipped: the account has no address or does not want it; collected: waits for the digest of the day; digested: was part of one; unconfirmed: no longer true, and the process that had begun to hand it over ended before it could say whether it did.';
