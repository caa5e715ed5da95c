extension Migration {
    static let round = Migration(13, "round", [])
}
