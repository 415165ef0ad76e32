package dev.canvelete.render.paint.raster;

/** The pixels of a layer, at their own place; asked only for pixels that it has. */
record LayerShader(Layer layer) implements Shader {
    @Override
    public void shade(int x, int y, int count, int[] into) {
        System.arraycopy(layer.argb(), layer.index(x, y), into, 0, count);
    }
}
