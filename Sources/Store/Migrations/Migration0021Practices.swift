extension Migration {
    /// Practices and emerging issues.
    static let practices = Migration(21, "practices", [])
}
