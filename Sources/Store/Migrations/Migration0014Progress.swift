extension Migration {
    static let progress = Migration(14, "progress", [])
}
