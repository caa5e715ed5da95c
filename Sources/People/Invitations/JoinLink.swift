import FoundationEssentials

/// The way back from a provider to an invitation: `/join?token=…&name=…`.
package struct JoinLink: Hashable, Sendable {
    package static let path = "/join"

    package var token: String
    /// As the person wrote it before she left.
    package var name: String

    /// Nil for any other address.
    package init?(_ back: String?) {
        guard let back, let parts = URLComponents(string: back), parts.host == nil, parts.path == Self.path,
            let token = parts.queryItems?.first(where: { $0.name == "token" })?.value, !token.isEmpty
        else { return nil }
        self.token = token
        name = parts.queryItems?.first { $0.name == "name" }?.value ?? ""
    }
}
