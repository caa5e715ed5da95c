extension Migration {
    static let audit = Migration(10, "audit", [])
}
