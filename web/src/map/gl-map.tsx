import 'maplibre-gl/dist/maplibre-gl.css'
import type { FeatureCollection } from 'geojson'
import { type GeoJSONSource, Map as GlMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState } from 'react'
import { formatNumber, t } from '../catalogue/translate.ts'
import { type Cluster, radiusOf } from '../data/clusters.ts'
import { type Basemap, loadBasemap } from './basemap.ts'
import { type Box, type MapViewProps, mapColours, PROVINCE_PIXELS } from './map-view.ts'

// A bundled MapLibre 6 must be told where its worker is; without it the production map stays blank.
setWorkerUrl(workerUrl)

/** Country names appear once their country is this many pixels wide. */
const NAME_PIXELS = 70

/** The map on WebGL. Everything it draws comes from our own files. */
export default function GlMapView({ clusters, viewport, box, scheme, onMove, onPick }: MapViewProps) {
  const holder = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<GlMap | null>(null)
  const handlers = useRef({ onMove, onPick, clusters })
  handlers.current = { onMove, onPick, clusters }
  const start = useRef(viewport)

  // Another colour scheme makes another map.
  useEffect(() => {
    const container = holder.current
    if (!container) return
    let ended = false
    let made: GlMap | null = null
    void loadBasemap().then((basemap) => {
      if (ended) return
      made = makeMap(container, basemap, start.current)
      const gl = made
      gl.on('error', (event) => {
        container.dataset.error = String(event.error?.message ?? 'error')
      })
      gl.on('idle', () => {
        container.dataset.idle = 'true'
      })
      gl.on('load', () => setMap(gl))
      gl.on('moveend', (event) => {
        const centre = gl.getCenter()
        start.current = { zoom: gl.getZoom(), lat: centre.lat, lon: centre.lng }
        const bounds = gl.getBounds()
        if (!('programmatic' in event))
          handlers.current.onMove(start.current, [
            bounds.getWest(),
            bounds.getSouth(),
            bounds.getEast(),
            bounds.getNorth(),
          ])
      })
      gl.on('click', 'clusters', (event) => {
        const key = event.features?.[0]?.properties.key as number | undefined
        const cluster = handlers.current.clusters.find((item) => item.key === key)
        if (cluster) handlers.current.onPick(cluster)
      })
      gl.on('mouseenter', 'clusters', () => gl.getCanvas().classList.add('map-pointer'))
      gl.on('mouseleave', 'clusters', () => gl.getCanvas().classList.remove('map-pointer'))
      Object.assign(window, { __map: gl })
    })
    return () => {
      ended = true
      setMap(null)
      made?.remove()
    }
  }, [scheme])

  useEffect(() => {
    if (!map) return
    // One redraw a frame is all that can be seen.
    const frame = requestAnimationFrame(() => {
      map.getSource<GeoJSONSource>('clusters')?.setData(clusterFeatures(clusters))
    })
    return () => cancelAnimationFrame(frame)
  }, [map, clusters])

  useEffect(() => {
    map?.getSource<GeoJSONSource>('box')?.setData(boxFeature(box))
  }, [map, box])

  useEffect(() => {
    if (!map) return
    const centre = map.getCenter()
    const same =
      Math.abs(map.getZoom() - viewport.zoom) < 0.02 &&
      Math.abs(centre.lat - viewport.lat) < 0.02 &&
      Math.abs(centre.lng - viewport.lon) < 0.02
    if (!same) map.jumpTo({ center: [viewport.lon, viewport.lat], zoom: viewport.zoom }, { programmatic: true })
  }, [map, viewport])

  // MapLibre positions its own element, so the place on the page is that of a frame around it.
  return (
    <div className="map-canvas">
      <div ref={holder} className="map-gl" data-renderer="webgl" />
    </div>
  )
}

function makeMap(container: HTMLElement, basemap: Basemap, at: MapViewProps['viewport']): GlMap {
  const colours = mapColours(container)
  const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }
  return new GlMap({
    container,
    center: [at.lon, at.lat],
    zoom: at.zoom,
    minZoom: 0,
    maxZoom: 12,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: { 'Map.Title': t('map.title') },
    style: {
      version: 8,
      sources: {
        land: { type: 'geojson', data: landFeatures(basemap), tolerance: 0.3 },
        borders: { type: 'geojson', data: borderFeatures(basemap), tolerance: 0.3 },
        names: { type: 'geojson', data: nameFeatures(basemap) },
        provinces: { type: 'geojson', data: provinceFeatures(basemap) },
        clusters: { type: 'geojson', data: empty },
        box: { type: 'geojson', data: empty },
      },
      layers: [
        { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
        { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
        {
          id: 'borders',
          type: 'line',
          source: 'borders',
          paint: { 'line-color': colours.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 6, 1.2] },
        },
        {
          id: 'names',
          type: 'symbol',
          source: 'names',
          filter: ['>=', ['*', ['get', 'width'], ['^', 2, ['zoom']]], NAME_PIXELS * (360 / 512)],
          layout: { 'text-field': ['get', 'name'], 'text-font': ['sans-serif'], 'text-size': 11 },
          paint: { 'text-color': colours.label, 'text-halo-color': colours.halo, 'text-halo-width': 1.2 },
        },
        {
          id: 'provinces',
          type: 'symbol',
          source: 'provinces',
          filter: ['>=', ['*', ['get', 'gap'], ['^', 2, ['zoom']]], PROVINCE_PIXELS * (360 / 512)],
          layout: {
            'text-field': ['get', 'name'],
            'text-font': ['sans-serif'],
            'text-size': 10,
            'symbol-sort-key': ['get', 'rank'],
          },
          paint: {
            'text-color': colours.label,
            'text-halo-color': colours.halo,
            'text-halo-width': 1,
            'text-opacity': 0.8,
          },
        },
        {
          id: 'box',
          type: 'line',
          source: 'box',
          paint: { 'line-color': colours.dot, 'line-width': 1.5, 'line-dasharray': [3, 2] },
        },
        {
          id: 'clusters',
          type: 'circle',
          source: 'clusters',
          paint: {
            'circle-radius': ['get', 'radius'],
            'circle-color': ['case', ['get', 'vague'], colours.vague, colours.dot],
            'circle-opacity': 0.88,
            'circle-stroke-color': colours.land,
            'circle-stroke-width': 1.5,
          },
        },
        {
          id: 'counts',
          type: 'symbol',
          source: 'clusters',
          filter: ['>', ['get', 'count'], 1],
          layout: {
            'text-field': ['get', 'label'],
            'text-font': ['sans-serif'],
            'text-size': 11,
            'text-allow-overlap': true,
            'text-ignore-placement': true,
          },
          paint: { 'text-color': colours.onDot },
        },
      ],
    },
  })
}

function landFeatures(basemap: Basemap): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: basemap.land.map((rings) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: rings as unknown as number[][][] },
    })),
  }
}

function borderFeatures(basemap: Basemap): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {},
        geometry: { type: 'MultiLineString', coordinates: basemap.borders as unknown as number[][][] },
      },
    ],
  }
}

function nameFeatures(basemap: Basemap): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: basemap.names.map(({ name, lon, lat, width }) => ({
      type: 'Feature',
      properties: { name, width },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  }
}

function provinceFeatures(basemap: Basemap): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: basemap.provinces.map(({ name, lon, lat, gap }, rank) => ({
      type: 'Feature',
      properties: { name, gap, rank },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  }
}

function clusterFeatures(clusters: readonly Cluster[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    // The greatest come first in the list and are drawn first, so that small ones stay on top.
    features: clusters.map(({ key, lon, lat, count, uncertain }) => ({
      type: 'Feature',
      properties: { key, count, label: formatNumber(count), radius: radiusOf(count), vague: uncertain * 2 > count },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  }
}

function boxFeature(box: Box | null): FeatureCollection {
  if (!box) return { type: 'FeatureCollection', features: [] }
  const [west, south, to, north] = box
  const east = to < west ? to + 360 : to
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: ring } }],
  }
}
