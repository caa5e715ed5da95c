/// Why something that was published is taken down. There are no others.
package enum PublicRemovalGround: String, Sendable, CaseIterable {
    case personalData = "personal-data"
    /// A person is in danger by it.
    case safety
    case courtOrder = "court-order"
    case unlawful
    /// Its own author published it by mistake and asks for it.
    case ownMistake = "own-mistake"
}

/// That something which was published was taken down: what kind of thing, when, on what ground, by which office. Never its words.
package struct Removal: Hashable, Sendable {
    package var id: Int64
    package var key: PublicKey
    /// Where it stood.
    package var parent: PublicKey?
    package var ground: PublicRemovalGround
    /// Of whoever took it down.
    package var office: String
    /// Fixed-width UTC instant.
    package var at: String
}
