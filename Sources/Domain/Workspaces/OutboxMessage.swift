/// A letter the program owes somebody: which one, to whom, in which language. Its text is made when it is sent.
package struct OutboxMessage: Hashable, Sendable {
    /// The template's name: `invitation`, `reminder`, `digest`.
    package var kind: String
    /// Where it goes: an e-mail address.
    package var address: String
    package var language: LanguageTag
    /// What the template is filled with.
    package var arguments: [String: String]
    package var account: AccountID?
    package var workspace: WorkspaceID?
    /// Fixed-width UTC instant before which it is not sent; nil: now.
    package var notBefore: String?

    package init(
        kind: String, address: String, language: LanguageTag, arguments: [String: String] = [:],
        account: AccountID? = nil, workspace: WorkspaceID? = nil, notBefore: String? = nil
    ) {
        self.kind = kind
        self.address = address
        self.language = language
        self.arguments = arguments
        self.account = account
        self.workspace = workspace
        self.notBefore = notBefore
    }
}
