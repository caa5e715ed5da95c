extension Migration {
    /// Protected submissions: keys of recipients, and threads whose contents stand here sealed.
    ///
    /// Nothing here says when something happened more exactly than its day, and ids of threads are drawn, so that their order says
    /// nothing. `body` is sealed under a key of its own; that key stands in `submission_share`, sealed to each key of a recipient and,
    /// for answers, to the key that a receipt gives (`key_id` 0). The receipt stands nowhere.
    static let submissions = Migration(25, "submissions", recipientKeys + submissionThreads)

    private static let recipientKeys = [
        // One row: the salt of receipts, and until when letters and leaves of the audit tree were written.
        """
        CREATE TABLE submission_house (
            id {int} PRIMARY KEY CHECK (id = 1), salt {bytes} NOT NULL, settled {text} NOT NULL) {strict}
        """,
        // What an institution says of itself as a recipient.
        """
        CREATE TABLE submission_desk (
            institution_id {int} PRIMARY KEY REFERENCES institution(id), workspace_id {int} NOT NULL REFERENCES workspace(id),
            introduction {text} NOT NULL, language {text} NOT NULL, fingerprint_address {text} NOT NULL,
            retention_months {int} NOT NULL CHECK (retention_months BETWEEN 1 AND 120), version {int} NOT NULL) {strict}
        """,
        "CREATE INDEX submission_desk_place ON submission_desk(workspace_id, institution_id)",
        // A person's pair of keys; the private halves are sealed under her pass phrase. `endorsement` is the installation's signature
        // on what the row says, `confirmation` that of a key that stood before.
        """
        CREATE TABLE recipient_key (
            id {int} PRIMARY KEY, workspace_id {int} NOT NULL REFERENCES workspace(id),
            institution_id {int} NOT NULL REFERENCES institution(id), account_id {int} NOT NULL REFERENCES account(id),
            serial {int} NOT NULL, public_key {bytes} NOT NULL, signing_key {bytes} NOT NULL, salt {bytes} NOT NULL,
            sealed {bytes} NOT NULL, status {text} NOT NULL CHECK (status IN ('current', 'waiting', 'replaced', 'withdrawn')),
            endorsement {bytes} NOT NULL, confirmed_by {int} REFERENCES recipient_key(id), confirmation {bytes},
            made {text} NOT NULL, ended {text}, version {int} NOT NULL, UNIQUE (workspace_id, account_id, serial),
            CHECK ((confirmed_by IS NULL) = (confirmation IS NULL)),
            CHECK ((ended IS NULL) = (status IN ('current', 'waiting')))) {strict}
        """,
        "CREATE UNIQUE INDEX recipient_key_current ON recipient_key(workspace_id, account_id) WHERE status = 'current'",
        "CREATE UNIQUE INDEX recipient_key_waiting ON recipient_key(workspace_id, account_id) WHERE status = 'waiting'",
        "CREATE INDEX recipient_key_institution ON recipient_key(institution_id, status)",
    ]

    private static let submissionThreads = [
        """
        CREATE TABLE submission_thread (
            id {int} PRIMARY KEY, lookup {bytes} NOT NULL UNIQUE, reply_key {bytes} NOT NULL, made {text} NOT NULL,
            withdrawn {text}) {strict}
        """,
        // Who a thread was sent to. Where an institution erased it, its shares are gone.
        """
        CREATE TABLE submission_party (
            thread_id {int} NOT NULL REFERENCES submission_thread(id), institution_id {int} NOT NULL REFERENCES institution(id),
            workspace_id {int} NOT NULL REFERENCES workspace(id),
            status {text} NOT NULL CHECK (status IN ('open', 'closed', 'erased')),
            waiting {int} NOT NULL CHECK (waiting IN (0, 1)), told {int} NOT NULL CHECK (told IN (0, 1)),
            heard {text} NOT NULL, version {int} NOT NULL, PRIMARY KEY (thread_id, institution_id)) {clustered}
        """,
        "CREATE INDEX submission_party_desk ON submission_party(workspace_id, institution_id, heard, thread_id)",
        "CREATE INDEX submission_party_untold ON submission_party(institution_id) WHERE told = 0",
        // `commitment` is the SHA-256 of salt and sealed bytes that the audit tree holds; without the salt it fits anything.
        """
        CREATE TABLE submission_message (
            thread_id {int} NOT NULL REFERENCES submission_thread(id), number {int} NOT NULL CHECK (number > 0),
            side {text} NOT NULL CHECK (side IN ('submitter', 'recipient')), institution_id {int} REFERENCES institution(id),
            day {text} NOT NULL, body {bytes}, salt {bytes}, commitment {bytes} NOT NULL,
            logged {int} NOT NULL CHECK (logged IN (0, 1)), PRIMARY KEY (thread_id, number),
            CHECK ((side = 'recipient') = (institution_id IS NOT NULL)), CHECK ((body IS NULL) = (salt IS NULL))) {strict}
        """,
        "CREATE INDEX submission_message_unlogged ON submission_message(logged) WHERE logged = 0",
        """
        CREATE TABLE submission_file (
            thread_id {int} NOT NULL, number {int} NOT NULL, place {int} NOT NULL CHECK (place > 0), body {bytes} NOT NULL,
            PRIMARY KEY (thread_id, number, place),
            FOREIGN KEY (thread_id, number) REFERENCES submission_message(thread_id, number)) {strict}
        """,
        """
        CREATE TABLE submission_share (
            thread_id {int} NOT NULL, number {int} NOT NULL, key_id {int} NOT NULL, sealed {bytes} NOT NULL,
            PRIMARY KEY (thread_id, number, key_id),
            FOREIGN KEY (thread_id, number) REFERENCES submission_message(thread_id, number)) {clustered}
        """,
        "CREATE INDEX submission_share_key ON submission_share(key_id, thread_id)",
    ]
}
