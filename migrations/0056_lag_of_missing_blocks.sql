-- An answer says since when the oldest block that is not indexed has been there.

GRANT SELECT ON app.chain_block TO valyra_api;
