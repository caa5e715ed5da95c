extension Migration {
    /// Introductions between two workspaces, agreements and the reviews of how they go.
    static let agreements = Migration(20, "agreements", [])
}
