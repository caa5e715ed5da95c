extension Migration {
    static let watches = Migration(28, "watches", [])
}
