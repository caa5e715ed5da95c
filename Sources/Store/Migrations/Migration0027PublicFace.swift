extension Migration {
    static let publicFace = Migration(27, "public-face", [])
}
