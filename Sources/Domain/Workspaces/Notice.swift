/// Something a person should hear of, in one line. Notices to one person that are due together become one message, the digest.
package struct Notice: Hashable, Sendable {
    /// Names the line's text, `mail.line.<kind>`: `reminder`, `mention`, `assigned`.
    package var kind: String
    package var account: AccountID?
    package var address: String
    package var language: LanguageTag
    /// What it is about.
    package var subject: Subject
    /// What the line is filled with. Calendar dates (`2026-05-01`) are written out in the language.
    package var arguments: [String: String]
    /// Where to read on, from the root: `/workspaces/aldora/actions/17`.
    package var path: String?
    /// Fixed-width UTC instant before which nothing is said; nil: with the next digest.
    package var notBefore: String?

    package init(
        kind: String, account: AccountID?, address: String, language: LanguageTag, subject: Subject,
        arguments: [String: String] = [:], path: String? = nil, notBefore: String? = nil
    ) {
        self.kind = kind
        self.account = account
        self.address = address
        self.language = language
        self.subject = subject
        self.arguments = arguments
        self.path = path
        self.notBefore = notBefore
    }
}
