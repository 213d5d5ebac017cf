-- The link at the end of mails: whoever has it ends them, without signing in (RFC 8058).

CREATE FUNCTION app.end_mails(token uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  WITH ended AS (
    UPDATE app.mail_preference SET wants_events = false, wants_deadlines = false, updated_at = now()
    WHERE unsubscribe_token = token RETURNING 1
  )
  SELECT EXISTS (SELECT FROM ended)
$$;
COMMENT ON FUNCTION app.end_mails(uuid) IS 'Ends the mails of the account whose link this is; false when nobody has such a link.';
REVOKE EXECUTE ON FUNCTION app.end_mails(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.end_mails(uuid) TO valyra_api;

-- FORCE binds the owner, too, as whom the function runs.
CREATE POLICY by_link ON app.mail_preference TO valyra_owner USING (true);
