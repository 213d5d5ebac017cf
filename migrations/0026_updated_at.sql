-- When a row last changed is said by the database, whoever changes it.

CREATE TRIGGER setting_updated_at BEFORE UPDATE ON app.setting
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
CREATE TRIGGER listing_profile_updated_at BEFORE UPDATE ON app.listing_profile
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();

ALTER TABLE app.account_wallet ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE TRIGGER account_wallet_updated_at BEFORE UPDATE ON app.account_wallet
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON COLUMN app.account_wallet.updated_at IS 'When the row last changed.';
