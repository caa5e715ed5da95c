/// Who reads a need, an offer or a fund outside its own workspace.
package enum PublicationLevel: String, Hashable, Sendable, CaseIterable {
    /// Nobody.
    case draft
    /// The partners whose workspaces are named, when they are signed in.
    case named
    /// Whoever works in a workspace of this installation, when signed in.
    case partners
    /// Everybody.
    case open = "public"
}
