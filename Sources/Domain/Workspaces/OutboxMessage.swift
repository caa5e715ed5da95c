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
    package var attachments: [OutboxAttachment]

    package init(
        kind: String, address: String, language: LanguageTag, arguments: [String: String] = [:],
        account: AccountID? = nil, workspace: WorkspaceID? = nil, notBefore: String? = nil,
        attachments: [OutboxAttachment] = []
    ) {
        self.kind = kind
        self.address = address
        self.language = language
        self.arguments = arguments
        self.account = account
        self.workspace = workspace
        self.notBefore = notBefore
        self.attachments = attachments
    }
}

/// A file that goes with a message: a letter as DOCX, a calendar.
package struct OutboxAttachment: Hashable, Sendable {
    /// As the receiver sees it, in any script.
    package var name: String
    /// A media type: `text/calendar; method=PUBLISH`.
    package var type: String
    package var bytes: [UInt8]

    package init(name: String, type: String, bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
    }

    /// All attachments of one message together.
    package static let sizeBytesMax = 10 << 20
}
